"""placeholder"""
BYTES = 1024 * 1024
VALUES = 100_000
