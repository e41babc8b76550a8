/// How to run Piper on this machine.
package struct PiperProgram: Hashable, Sendable {
    /// The program's file.
    package var path: String
    /// The voice's `.onnx` file; beside it lies a `.onnx.json` that tells its rate.
    package var voice: String
    /// Of a voice with several speakers.
    package var speaker: Int?
    /// Processes, hence clauses spoken at the same moment; more wait. Each holds the voice in memory, 60 MB or so.
    package var processes = 2
    /// Clauses that may wait for a process; the next is refused with `overloaded`.
    package var waiting = 64
    /// For the whole sound of a clause, beginning when a process takes it.
    package var timeout: Duration = .seconds(10)

    package init(path: String, voice: String) {
        self.path = path
        self.voice = voice
    }
}
