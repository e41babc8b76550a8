import Document

extension Surface {
    /// What a LiveKit server tells.
    static let signals: [Operation] = [
        Operation(
            "receiveLiveKitWebhook", .post, "/webhooks/livekit", "News of rooms, signed by the LiveKit server",
            in: "Signals", for: .signed, answers: [Operation.Answer(200, "Taken, or known already")]
        ).counted(.none).failing(.validation, .payloadTooLarge, .unsupportedMedia)
    ]
}
