import Document
import Store

/// A session's log, read for whoever scores the call.
struct CallLog: Sendable {
    let events: [LoggedEvent]

    /// What was said, in order; each reply with the words before it.
    var exchanges: [(words: String?, reply: String)] {
        var pairs: [(words: String?, reply: String)] = []
        for (role, text) in transcript {
            if role == "user" {
                pairs.append((text, ""))
            } else if pairs.isEmpty {
                pairs.append((nil, text))
            } else {
                pairs[pairs.count - 1].reply += (pairs[pairs.count - 1].reply.isEmpty ? "" : " ") + text
            }
        }
        return pairs
    }

    var transcript: [(role: String, text: String)] {
        frames("transcript").compactMap { frame in
            guard let role = frame["role"]?.string, let text = frame["content"]?.string else { return nil }
            return (role, text)
        }
    }

    /// What the agent began to say, and why.
    var begun: [(source: String, planned: String)] {
        frames("speech").compactMap { frame in
            guard frame["phase"]?.string == "started" else { return nil }
            return (frame["source"]?.string ?? "", frame["planned"]?.string ?? "")
        }
    }

    /// How much of something planned was heard; `nil` while it is not over.
    func heard(of planned: String) -> String? {
        frames("speech").last { $0["planned"]?.string == planned && $0["phase"]?.string != "started" }?["heard"]?.string
    }

    /// Where the time of the first answer went.
    var latency: JSON? { frames("turn_latency").first?["data"] }

    /// Whether the agent asked for the caller's words again.
    var asksAgain: Bool {
        begun.contains { $0.source == "repair" || $0.source == "apology" }
            || transcript.contains { $0.role == "assistant" && Self.isQuestionForWords($0.text) }
    }

    /// Turns of the caller that have more than one reply.
    var doubleReplies: Int {
        var (replies, doubles) = (0, 0)
        for event in events {
            let frame = event.frame
            switch (event.type, frame["phase"]?.string) {
            case ("turn", "asked"): replies = 0
            case ("speech", "started"):
                guard frame["source"]?.string == "reply" else { continue }
                replies += 1
                if replies == 2 { doubles += 1 }
            default: break
            }
        }
        return doubles
    }

    private func frames(_ type: String) -> [JSON] { events.filter { $0.type == type }.map(\.frame) }

    private static func isQuestionForWords(_ text: String) -> Bool {
        let plain = text.lowercased()
        return [
            "did not catch", "didn't catch", "say that again", "say it again", "didn't get that", "not understand",
            "rephrase", "didn't quite get", "number again", "digit by digit",
        ]
        .contains { plain.contains($0) }
    }
}
