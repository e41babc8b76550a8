import Foundation

extension String {
    /// The same text in normalization form C.
    var precomposed: String { precomposedStringWithCanonicalMapping }
}
