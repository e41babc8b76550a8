import Foundation
import Logging
import NIOPosix
import Speech
import SpeechSockets

extension Switchboard {
    /// What the chains of this process share, with the prices that `PARLEY_PRICES` names: a file, or the list itself.
    static func fromEnvironment(_ environment: [String: String], _ logger: Logger) throws(CommandFailure) -> Switchboard
    {
        Switchboard(
            logger: logger, prices: try prices(environment),
            dialer: ProviderDialer(on: MultiThreadedEventLoopGroup.singleton))
    }

    private static func prices(_ environment: [String: String]) throws(CommandFailure) -> PriceList {
        guard let wanted = environment.value("PARLEY_PRICES") else { return PriceList() }
        let isList = wanted.contains { $0 == "{" || $0.isNewline }
        let file = isList ? nil : FileManager.default.contents(atPath: wanted)
        guard isList || file != nil else {
            throw CommandFailure(.usage, "the price list of PARLEY_PRICES cannot be read.")
        }
        let bytes: [UInt8] = file.map { Array($0) } ?? Array(wanted.utf8)
        do throws(SpeechError) {
            return try PriceList(parsing: bytes)
        } catch {
            guard case .malformed(let what) = error else { throw CommandFailure(.usage, "PARLEY_PRICES: \(error).") }
            throw CommandFailure(.usage, "PARLEY_PRICES: \(what).")
        }
    }
}
