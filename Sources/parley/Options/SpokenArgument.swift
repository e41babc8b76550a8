import ArgumentParser
import Synchronization

/// Something to say, as an argument. It remembers where it stood, so that `--say`, `--ask` and `--interrupt` can be mixed.
struct SpokenArgument: ExpressibleByArgument, Sendable {
    private static let count = Atomic(0)

    let text: String
    /// Grows along the command line.
    let position: Int

    init(argument: String) {
        text = argument
        position = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
