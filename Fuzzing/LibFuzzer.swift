import Glibc

/// The engine: makes inputs, watches what they reach, and stops at the first crash, hang or glut of memory.
enum LibFuzzer {
    /// The target that is fed; set once, before the engine starts.
    nonisolated(unsafe) private static var target: FuzzTarget?

    /// Runs until the engine has had enough, as the program's arguments tell it, and ends the process.
    static func run(_ target: FuzzTarget) -> Never {
        self.target = target
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = CommandLine.unsafeArgv
        let status = runDriver(&count, &arguments) { bytes, count in
            LibFuzzer.target?.feed(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
        exit(status)
    }
}

/// libFuzzer as a library: arguments as in `main`, and what to call with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
