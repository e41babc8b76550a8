/// Why the control API cannot run.
package enum ControlError: Error, Hashable, Sendable {
    case portTaken(host: String, port: Int)
    case notPermitted(host: String, port: Int)
    case noSuchAddress(host: String)
    case cannotListen(host: String, port: Int, reason: String)
    case pagesMissing(looked: [String])
}

extension ControlError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .portTaken(let host, let port):
            "Port \(port) on \(host) is taken by another program; stop it or choose another port."
        case .notPermitted(let host, let port):
            "This user may not listen on port \(port) of \(host); choose a port above 1023."
        case .noSuchAddress(let host): "This machine has no address \(host) to listen on."
        case .cannotListen(let host, let port, let reason): "Cannot listen on \(host):\(port): \(reason)."
        case .pagesMissing(let looked): "The pages are not installed; looked in \(looked.joined(separator: ", "))."
        }
    }
}
