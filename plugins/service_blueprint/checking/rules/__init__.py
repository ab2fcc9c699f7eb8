"""The rules, by topic. Each is written out with its page in the documentation; its example is run by a test."""
