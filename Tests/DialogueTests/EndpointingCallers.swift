import Dialogue
import FoundationEssentials
import Testing

/// What callers said, and the kind of answer that was waited for: the recorded ones of `../shared/fixtures`, and others.
struct EndpointingCallers {
    struct Caller {
        let text: String
        let profile: AnswerProfile
    }

    private struct Entry: Decodable {
        let text: String?
        let state: String?
    }

    let callers: [Caller]

    /// The recorded callers. Fails when the manifest is missing: there is no figure without it.
    static func recorded() throws -> EndpointingCallers {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let places = [root, root.resolvingSymlinksInPath()].map {
            $0.deletingLastPathComponent().appending(path: "shared/fixtures/manifest.json")
        }
        let place = places.first { FileManager.default.fileExists(atPath: $0.path()) }
        let file = try #require(place, "the fixtures are missing: \(places.map { $0.path() })")
        let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
        return EndpointingCallers(
            callers: entries.compactMap { entry in
                guard let text = entry.text, let state = entry.state else { return nil }
                return Caller(text: text, profile: profile(state))
            })
    }

    private static func profile(_ state: String) -> AnswerProfile {
        switch state {
        case "datetime": .date
        case "name": .name
        case "phone": .digits
        case "confirm": .yesNo
        default: .open
        }
    }

    /// Callers of other trades, whom no word list was made for.
    static let others = EndpointingCallers(
        callers: [
            "i'd like a table for four on saturday evening", "do you have anything gluten free",
            "my order never arrived",
            "can i get a refund for the blue jacket", "what's the balance on my savings account",
            "i lost my debit card",
            "is the doctor in on thursdays", "i need to renew my prescription",
            "my tooth has been hurting since monday",
            "could you send someone to look at the boiler", "there is water coming through the ceiling",
            "how long does delivery take to portland", "i want to change the address on my account",
            "who do i talk to about a broken window", "are pets allowed in the apartment",
            "we'd like to stay two more nights",
            "what time is breakfast served", "i was charged twice last month", "please cancel my subscription",
            "does the room have a view of the lake", "can you tell me where my package is", "my password doesn't work",
            "i'm calling about my daughter's piano lessons", "when is the next train to chicago",
            "is it too late to join the evening class", "they told me you could help with my taxes",
            "i have a question about the invoice from april", "would it be possible to pay by check",
            "the elevator in our building is stuck", "how much do you charge for a haircut",
        ].map { Caller(text: $0, profile: .open) })

    /// The waits after each whole text, and after every beginning of one, in milliseconds.
    var waits: (whole: [Int], unfinished: [Int]) {
        var (whole, unfinished): ([Int], [Int]) = ([], [])
        for caller in callers {
            let words = caller.text.split(separator: " ")
            whole.append(Self.wait(caller.text, caller.profile))
            for count in 1..<max(1, words.count) {
                unfinished.append(Self.wait(words.prefix(count).joined(separator: " "), caller.profile))
            }
        }
        return (whole.sorted(), unfinished)
    }

    static func wait(_ text: String, _ profile: AnswerProfile) -> Int {
        let wait = EndOfTurn().wait(after: EndOfTurn.Words(text), profile: profile, voice: [], limits: .of(profile))
        return Int(wait / .milliseconds(1))
    }
}
