@testable import Speech

// What Deepgram says on its sockets, at any moment of a call.
extension FuzzTarget {
    static let listen = FuzzTarget(name: "listen") {
        func result(_ text: String, _ start: Double, _ more: String) -> Script.Step {
            Script.Step(
                0,
                Array(
                    (#"{"type":"Results","start":\#(start),"duration":0.5,"is_final":\#(more),"channel":{"alternatives":"#
                        + #"[{"transcript":"\#(text)","confidence":0.9,"words":[]}]}}"#).utf8))
        }
        let end = Script.Step(0, Array(#"{"type":"UtteranceEnd","channel":[0,1],"last_word_end":1.9}"#.utf8))
        let call = [
            Script.Step(1), Script.Step(3, [100]), result("book", 0, "false"), result("book an oil", 0, "true"),
            Script.Step(3, [100]), result("change", 0.5, #"true,"speech_final":true"#), end, Script.Step(4),
            result("please", 1, #"true,"from_finalize":true"#),
        ]
        let trouble = [
            Script.Step(1), Script.Step(3, [50]), Script.Step(2), Script.Step(7, [30]), Script.Step(1), Script.Step(4),
            Script.Step(0, Array(#"{"type":"Error"}"#.utf8)), Script.Step(5), Script.Step(6, [1]),
            Script.Step(7, [255]),
        ]
        return [Script.input(call), Script.input(trouble), Script.input(call + trouble + call)]
    } feed: { input in
        var stage = ListeningStage()
        for step in Script(input) { stage.take(step) }
        stage.end()
    }

    static let speak = FuzzTarget(name: "speak") {
        func text(_ type: String) -> Script.Step { Script.Step(0, Array(#"{"type":"\#(type)"}"#.utf8)) }
        return [
            Script.input([
                Script.Step(1), Script.Step(2), text("Metadata"), Script.Step(3, [1, 2, 3, 4]), text("Flushed"),
                Script.Step(2), Script.Step(3, [1, 2]), Script.Step(4), text("Cleared"), Script.Step(2),
                text("Warning"),
                text("Error"),
            ]),
            Script.input([Script.Step(2), Script.Step(6, [100]), Script.Step(1), Script.Step(5)]),
        ]
    } feed: { input in
        var stage = SpeakingStage()
        for step in Script(input) { stage.take(step) }
        stage.end()
    }
}
