extension PhraseRule {
    /// Wishes to book, in this order.
    static let booking: [PhraseRule] = [
        PhraseRule(
            .bookTestDrive, 0.95,
            any: [
                "test drive", "test drives", "test driving", "testdrive", "take it for a spin", "take it for a drive",
            ]),
        PhraseRule(
            .bookTestDrive, 0.85, any: ["try", "try out", "drive the", "see the"],
            with: ["model", "electric", "hybrid", "new", "camry", "truck", "suv"], without: ["i drive", "again"]),
        PhraseRule(
            .bookService, 0.9,
            any: [
                "appointment", "book", "booking", "schedule", "bring my car", "bring the car", "bring it in",
                "bring in",
                "drop off my car", "drop my car", "come in for", "get my car", "have my car", "get it serviced",
                "fit me in", "service my car", "get my", "set up a time", "come by with",
            ]),
        PhraseRule(
            .bookService, 0.85,
            any: [
                "won't start", "will not start", "doesn't start", "broke down", "broken down", "making a noise",
                "strange noise", "weird noise", "funny noise", "stopped working", "isn't working", "not working",
                "doesn't work", "leaking", "overheating", "smoke", "squeaking", "squealing", "grinding", "is broken",
                "flat tire", "warning light", "dead battery", "needs repair", "needs service", "repaired", "fixed",
                "is due", "tune up", "checked out", "look at my car", "help with my car", "problem with my car",
                "something wrong with my",
            ]),
    ]

    static let greeting: [PhraseRule] = [
        PhraseRule(
            .greeting, 0.9,
            any: ["hello", "hi", "hey", "good morning", "good afternoon", "good evening", "howdy", "greetings"]),
        PhraseRule(
            .thanks, 0.9, any: ["thank you", "thanks", "thank you very much", "much appreciated", "appreciate it"]),
    ]
}
