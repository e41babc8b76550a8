import Session
import Testing

@Suite("Words shown as they are heard") struct SpokenCaptionTests {
    /// Tells what is new of each, as the session does.
    private func tell(_ heard: [String], _ caption: inout SpokenCaption) -> [String?] {
        heard.map { text in
            let addition = caption.addition(text)
            if let addition { caption.tell(addition, on: "stream") }
            return addition
        }
    }

    @Test("each word is told once, and together they are what was heard")
    func additions() {
        var caption = SpokenCaption(of: 1)
        let told = tell(["", "Good", "Good", "Good day,", "Good day, Grüße 🙂 all"], &caption)
        #expect(told == [nil, "Good", nil, " day,", " Grüße 🙂 all"])
        #expect(caption.stream == "stream")
    }

    @Test("what was told is not taken back")
    func shorter() {
        var caption = SpokenCaption(of: 1)
        #expect(
            tell(["Good day", "Good", "Another text altogether", "Good day to you"], &caption).dropFirst() == [
                nil, nil, " to you",
            ])
    }

    @Test("a new stream begins with everything heard before")
    func lost() {
        var caption = SpokenCaption(of: 1)
        _ = tell(["Good"], &caption)
        caption.loseStream()
        #expect(caption.stream == nil && caption.addition("Good day") == "Good day")
    }

    @Test("what was told is exact when it is what was heard, and not when more was told")
    func exact() {
        var caption = SpokenCaption(of: 1)
        _ = tell(["Good day"], &caption)
        #expect(caption.isExactly("Good day") && !caption.isExactly("Good"))
    }
}
