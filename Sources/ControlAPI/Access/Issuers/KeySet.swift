import Document
import Token

/// The public keys of an issuer (RFC 7517, section 5). Keys that cannot be used here are left out.
struct KeySet: Sendable {
    /// More keys than this are not looked at.
    private static let most = 100

    private let keys: [(id: String?, key: PublicKey)]

    /// `nil` for what is no key set.
    init?(_ body: [UInt8]) {
        guard let text = String(validating: body, as: UTF8.self), let json = try? JSON(parsing: text),
            case .array(let entries)? = json["keys"]
        else { return nil }
        keys = entries.prefix(Self.most).compactMap { entry in
            Self.key(entry).map { (entry["kid"]?.string, $0) }
        }
    }

    /// The keys that may have signed a token: those of its id and its algorithm, or, when it names none, all of its algorithm.
    func candidates(_ id: String?, _ algorithm: TokenAlgorithm) -> [PublicKey] {
        keys.filter { $0.key.algorithm == algorithm && (id == nil || $0.id == id) }.map(\.key)
    }

    /// A key for signatures, of the three kinds we know. A symmetric key in a public set is nobody's.
    private static func key(_ entry: JSON) -> PublicKey? {
        if let use = entry["use"], use.string != "sig" { return nil }
        if let operations = entry["key_ops"], !operations.elements.contains(.string("verify")) { return nil }
        let key: PublicKey? =
            switch (entry["kty"]?.string, entry["crv"]?.string) {
            case ("RSA", _): rsa(entry)
            case ("EC", "P-256"): p256(entry)
            case ("OKP", "Ed25519"): ed25519(entry)
            default: nil
            }
        if let name = entry["alg"], name.string != key?.algorithm.rawValue { return nil }
        return key
    }

    /// RFC 7518, section 6.3. From 2048 to 8192 bits (section 3.3), with an exponent that is odd and small.
    private static func rsa(_ entry: JSON) -> PublicKey? {
        guard let modulus = number(entry["n"]), let exponent = number(entry["e"]),
            (256...1024).contains(modulus.count), (1...8).contains(exponent.count), exponent != [1],
            exponent.last.map({ $0 & 1 == 1 }) ?? false
        else { return nil }
        return PublicKey(.rs256, DistinguishedEncoding.rsa(modulus: modulus, exponent: exponent))
    }

    /// RFC 7518, section 6.2.
    private static func p256(_ entry: JSON) -> PublicKey? {
        guard let x = bytes(entry["x"]), let y = bytes(entry["y"]), x.count == 32, y.count == 32 else { return nil }
        return PublicKey(.es256, DistinguishedEncoding.p256(x: x, y: y))
    }

    /// RFC 8037, section 2.
    private static func ed25519(_ entry: JSON) -> PublicKey? {
        guard let x = bytes(entry["x"]), x.count == 32 else { return nil }
        return PublicKey(.edDSA, DistinguishedEncoding.ed25519(x))
    }

    private static func bytes(_ value: JSON?) -> [UInt8]? { value?.string.flatMap { Base64URL.decode($0) } }

    /// Without leading zeros.
    private static func number(_ value: JSON?) -> [UInt8]? { bytes(value).map { Array($0.drop { $0 == 0 }) } }
}
