import Foundation
import Logging

/// Log lines for people, on standard error: `10:43:22.107 info  call began  room=r1 session=s1`.
struct StandardErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let time = Date().formatted(
            Date.VerbatimFormatStyle(
                format: """
                    \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                    \(second: .twoDigits).\(secondFraction: .fractional(3))
                    """, timeZone: .current, calendar: .current))
        let name = event.level.rawValue
        let level = name + String(repeating: " ", count: max(0, 7 - name.count))
        Console.complain("\(time) \(level) \(event.message)\(fields.isEmpty ? "" : " ")\(fields)")
    }
}
