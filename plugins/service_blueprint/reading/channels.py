"""The channels that need no entry in a catalog."""

from service_blueprint.blueprint import Channel

WELL_KNOWN = {
    channel.id: channel
    for channel in (
        Channel("web", "Web", "material/web"),
        Channel("app", "App", "material/cellphone"),
        Channel("e-mail", "E-mail", "material/email-outline"),
        Channel("phone", "Phone", "material/phone-outline"),
        Channel("chat", "Chat", "material/chat-outline"),
        Channel("sms", "SMS", "material/message-processing-outline"),
        Channel("in-person", "In person", "material/account-group-outline"),
        Channel("letter", "Letter", "material/email-open-outline"),
        Channel("parcel", "Parcel", "material/package-variant-closed"),
        Channel("self-service", "Self-service", "material/gesture-tap-button"),
        Channel("social", "Social media", "material/share-variant-outline"),
        Channel("video", "Video", "material/video-outline"),
    )
}
"""By id, with English titles and icons of Material for MkDocs; other languages come from the translations."""
