import Conversation
import Document

/// Tells where everything is, once it is there.
struct Announcement: Sendable {
    let isJSON: Bool

    func say(_ listening: Listening) {
        guard !isJSON else {
            let line: JSON = [
                "caller": .string(listening.pages), "supervisor": .string(listening.supervisor),
                "livekit": .string(listening.livekit), "api": .string(listening.api),
            ]
            return Console.print(line.text)
        }
        Console.print(
            """

              Talk to the agent   \(listening.pages)
              Watch the calls     \(listening.supervisor)
              LiveKit server      \(listening.livekit)

              `parley call` talks without a browser. Ctrl-C stops.

            """)
    }
}
