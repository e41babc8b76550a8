import Dispatch
import Glibc

/// A program that this process started.
///
/// Foundation's `Process` learns of a child's end when a socket closes that other children, started at the same moment,
/// may have inherited; this one asks the system.
struct ChildProcess: Sendable {
    let id: pid_t

    /// - Parameters:
    ///   - command: the path of the program, then its arguments.
    ///   - input: a descriptor to read from; nothing when `nil`.
    ///   - output: the file at whose end it writes, its errors too.
    init(_ command: [String], input: Int32? = nil, output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        _ = Self.closeFrom?(&actions, 3)
        _ = Self.changeFolder?(&actions, "/")
        var attributes = Self.attributes
        defer { posix_spawnattr_destroy(&attributes) }
        let arguments = command.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, command[0], &actions, &attributes, arguments + [nil], environ)
        guard code == 0 else { throw ServerError.failed(program: command[0], output: String(cString: strerror(code))) }
        self.id = id
    }

    /// Waits for its end; returns its exit status, or 128 and the signal that ended it. Once only.
    func wait() async -> Int32 {
        await withCheckedContinuation { ended in
            DispatchQueue.global().async {
                var status: Int32 = 0
                while waitpid(id, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7f
                ended.resume(returning: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
            }
        }
    }

    private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>

    // glibc's extensions of POSIX, which Swift does not see. The child is to inherit nothing, and to work in no folder
    // that its user may not enter.
    private static let closeFrom = unsafeBitCast(
        dlsym(nil, "posix_spawn_file_actions_addclosefrom_np"),
        to: (@convention(c) (Actions, Int32) -> Int32)?.self)
    private static let changeFolder = unsafeBitCast(
        dlsym(nil, "posix_spawn_file_actions_addchdir_np"),
        to: (@convention(c) (Actions, UnsafePointer<CChar>) -> Int32)?.self)

    /// A process group of its own, and no signal blocked: the threads of this process block some.
    private static var attributes: posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        return attributes
    }
}
