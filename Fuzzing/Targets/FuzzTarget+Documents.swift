import Document
import Evaluation
import Foundation
import Pack

// What people write by hand: documents, a business's phrases, plays.
extension FuzzTarget {
    static let document = FuzzTarget(name: "document") {
        [
            Array("name: Riverside\nhours: {monday: \"08:00-18:00\"}\nlist:\n  - 1\n  - 2.5\n  - true\n".utf8),
            Array("{\"a\": [1, null, \"x\"], \"b\": {\"c\": 1e9}}".utf8), Array("text: |\n  one\n  two\n".utf8),
        ]
    } feed: { input in
        let limits = DocumentLimits()
        guard let value = try? DocumentValue(parsing: input, file: "fuzz.yaml", limits: limits) else { return }
        let schema = Schema.object([
            .required("name", .text), .optional("list", .list(of: .either(.integer, .number, .boolean))),
            .optional("hours", .map(of: .text)),
        ])
        var problems = DocumentProblems(file: "fuzz.yaml")
        schema.check(value, &problems)
        _ = problems.invalid?.description
        let json = value.json
        precondition((try? JSON(parsing: json.text))?.text == json.text, "a document's JSON reads differently")
    }

    static let play = FuzzTarget(name: "play") {
        [
            Array(
                """
                # An oil change
                clock: 2026-05-04 10:00
                full: 2026-05-05
                ---
                caller: hi, tomorrow at nine
                agent: ~ name & you | who
                caller: [later 2 min]
                ---
                expect appointment: Oil Change | 2026-05-05 | 09:00 | Maria Garcia | 5125550199
                expect turns <= 8
                """.utf8)
        ]
    } feed: { input in
        do { _ = try PlayParser.play(from: input, path: "fuzz.play") } catch { _ = "\(error)" }
    }

    /// A pack with one file that is not as it should be.
    static let pack = FuzzTarget(name: "pack") {
        [Array("- name: Oil Change\n  spoken: an oil change\n  duration_min: 30\n".utf8)]
    } feed: { input in
        do {
            for file in ["services.yaml", "phrases.yaml", "business.yaml"] {
                _ = try BusinessPack(PackFiles([file: input]))
            }
        } catch {
            precondition(!"\(error)".isEmpty, "an error without a word")
        }
    }
}
