/// Why a test has no server.
package enum ServerError: Error, Hashable, Sendable {
    case missing(program: String, package: String)
    /// It did not start; the end of what it wrote.
    case failed(program: String, output: String)
}

extension ServerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let program, let package):
            "\(program) is missing: install the Debian package \(package), or run Scripts/setup test"
        case .failed(let program, let output): "\(program) failed: \(output)"
        }
    }
}
