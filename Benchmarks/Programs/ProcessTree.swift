import Foundation

/// A process and all that it started, from `/proc`.
struct ProcessTree {
    let processes: [Int32]

    init(of root: Int32) {
        var children: [Int32: [Int32]] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in names.compactMap({ Int32($0) }) {
            guard let fields = Self.fields(process), fields.count > 1, let parent = Int32(fields[1]) else { continue }
            children[parent, default: []].append(process)
        }
        var found = [root]
        var next = 0
        while next < found.count {
            found += children[found[next]] ?? []
            next += 1
        }
        processes = found
    }

    /// Seconds of processor time so far, of all together and of those of theirs that have ended.
    var processorTime: Double {
        let ticks = processes.compactMap(Self.fields).reduce(0.0) { sum, fields in
            guard fields.count > 14 else { return sum }
            return sum + fields[11...14].compactMap { Double($0) }.reduce(0, +)
        }
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Megabytes that they wrote themselves and nobody shares.
    var ownMemory: Double { processes.compactMap { try? ProcessMemory(of: $0).own }.reduce(0, +) }

    /// The fields of `stat` behind the name, which may hold anything: the state is the first.
    private static func fields(_ process: Int32) -> [Substring]? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        return text[text.index(after: end)...].split(separator: " ")
    }
}
