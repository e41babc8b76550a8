/// Why a file of weights is of no use.
package enum ModelFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(path: String)
    /// Not in the safetensors format: what is wrong with it.
    case malformed(String)
    case missingTensor(String)
    /// The tensor is there, with another shape or type than the network has.
    case unexpectedShape(tensor: String, found: [Int], expected: [Int])
    case unexpectedType(tensor: String, found: String)

    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        case .malformed(let reason): "not a safetensors file: \(reason)"
        case .missingTensor(let name): "the file has no tensor \(name)"
        case .unexpectedShape(let tensor, let found, let expected):
            "tensor \(tensor) has shape \(found), expected \(expected)"
        case .unexpectedType(let tensor, let found): "tensor \(tensor) is of type \(found), expected F32"
        }
    }
}
