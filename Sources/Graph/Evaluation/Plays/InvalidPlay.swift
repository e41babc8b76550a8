/// Everything that is wrong with a play's file, line by line.
package struct InvalidPlay: Error, Hashable, Sendable {
    package let path: String
    /// In the order of the lines; never empty.
    package let faults: [PlayLine<PlayFault>]

    package init(path: String, faults: [PlayLine<PlayFault>]) {
        self.path = path
        self.faults = faults
    }
}

extension InvalidPlay: CustomStringConvertible {
    /// A line for each fault: `booking/oil.play:7: …`.
    package var description: String {
        faults.map { "\(path):\($0.line): \($0.value)" }.joined(separator: "\n")
    }
}
