import Document
import Foundation
import Store

/// What was said in a session, as it was heard; from its log.
struct Transcript {
    struct Utterance {
        let sequence: Int
        let at: Date
        let role: String
        var text: String
        /// What was to be said, where less was heard.
        var planned: String?
        let agent: String?
        let source: String?
    }

    private(set) var utterances: [Utterance] = []

    init(_ events: [LoggedEvent]) {
        for event in events { take(event) }
    }

    private mutating func take(_ event: LoggedEvent) {
        let frame = event.frame
        switch event.type {
        case "transcript":
            utterances.append(
                Utterance(
                    sequence: event.sequence, at: event.at, role: frame["role"]?.string ?? "assistant",
                    text: frame["content"]?.string ?? "", planned: frame["planned"]?.string,
                    agent: frame["agent_type"]?.string, source: frame["source"]?.string))
        case "human_transcript":
            utterances.append(
                Utterance(
                    sequence: event.sequence, at: event.at, role: "supervisor", text: frame["text"]?.string ?? "",
                    agent: nil, source: frame["speaker"]?.string))
        case "turn":
            guard let planned = frame["planned"]?.string, let heard = frame["heard"]?.string, heard != planned,
                let last = utterances.lastIndex(where: { $0.role == "assistant" })
            else { return }
            utterances[last].planned = planned
            utterances[last].text = heard
        default: break
        }
    }

    func json(of session: String) -> JSON {
        ["session_id": .string(session), "utterances": .array(utterances.map(\.json))]
    }

    /// A line for each utterance.
    var text: String {
        utterances.map { "[\($0.at.moment)] \($0.speaker): \($0.text)\n" }.joined()
    }

    /// As WebVTT (W3C): each cue lasts until the next, and not longer than it takes to say.
    func webVTT(from start: Date) -> String {
        var lines = "WEBVTT\n"
        for (index, utterance) in utterances.enumerated() {
            let begin = max(0, utterance.at.timeIntervalSince(start))
            let words = Double(max(1, utterance.text.split(separator: " ").count))
            let next = index + 1 < utterances.count ? utterances[index + 1].at.timeIntervalSince(start) : .infinity
            let end = max(begin + 0.5, min(next, begin + 1 + words / 2.5))
            let text = utterance.text.replacing("-->", with: "→").replacing("\n", with: " ")
                .replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            lines += "\n\(Self.clock(begin)) --> \(Self.clock(end))\n<v \(utterance.speaker)>\(text)\n"
        }
        return lines
    }

    private static func clock(_ seconds: Double) -> String {
        let milliseconds = Int(seconds * 1000)
        let whole = milliseconds / 1000
        return [whole / 3600, whole / 60 % 60, whole % 60].map { padded($0, 2) }.joined(separator: ":") + "."
            + padded(milliseconds % 1000, 3)
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension Transcript.Utterance {
    fileprivate var speaker: String {
        switch role {
        case "user": "Caller"
        case "supervisor": "Colleague"
        default: "Agent"
        }
    }

    fileprivate var json: JSON {
        var fields: [String: JSON] = [
            "seq": .int(sequence), "at": .string(at.moment), "role": .string(role), "text": .string(text),
        ]
        fields["planned"] = planned.map(JSON.string)
        fields["agent_type"] = agent.map(JSON.string)
        fields["source"] = source.map(JSON.string)
        return .object(fields)
    }
}
