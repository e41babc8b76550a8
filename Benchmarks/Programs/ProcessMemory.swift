import Foundation

/// How much memory a process holds, from `/proc`. In MB of a million bytes.
struct ProcessMemory: Hashable, Sendable {
    /// What is resident, files included.
    let resident: Double
    /// What it wrote itself and nobody shares. Pages of files do not count: the kernel may take them back at any time.
    let own: Double

    init(of process: Int32) throws {
        let text = try String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)
        var sizes: [Substring: Double] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, words[2] == "kB", let size = Double(words[1]) else { continue }
            sizes[words[0].dropLast()] = size * 1024 / 1e6
        }
        guard let resident = sizes["Rss"], let own = sizes["Private_Dirty"], let swapped = sizes["Swap"] else {
            throw BenchFailure("the kernel does not tell the memory of process \(process)")
        }
        self.resident = resident
        self.own = own + swapped
    }
}
