import FoundationEssentials
import Secure

/// A password's digest as it is stored: `$scrypt$ln=15,r=8,p=1$salt$key`, the last two in base64 without padding, like the
/// PHC string format.
struct PasswordHash: Sendable {
    private static let saltLength = 16
    private static let keyLength = 32

    let cost: ScryptCost
    let salt: [UInt8]
    let key: [UInt8]

    /// Digests a password with a new salt. Takes long: not to be done on a cooperative thread. `nil` without memory.
    init?(of password: String, cost: ScryptCost = .standard) {
        let salt = SecureRandom.bytes(Self.saltLength)
        guard let key = Scrypt.derive(Self.bytes(password), salt: salt, cost, length: Self.keyLength) else {
            return nil
        }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Reads a stored digest; `nil` for anything else, and for one that costs too much.
    init?(_ text: String) {
        guard text.utf8.count <= 512 else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]), cost.isBearable,
            let salt = Self.decoded(parts[3]), let key = Self.decoded(parts[4]),
            salt.count == Self.saltLength, key.count == Self.keyLength
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    var text: String {
        let numbers = "ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(numbers)$\(Self.encoded(salt))$\(Self.encoded(key))"
    }

    /// Whether it is the digest of this password; takes as long whether or not it is.
    func matches(_ password: String) -> Bool {
        guard let key = Scrypt.derive(Self.bytes(password), salt: salt, cost, length: key.count) else { return false }
        return constantTimeEquals(key, self.key)
    }

    /// UTF-8 of the composed form, so that a password is the same from every keyboard (RFC 8265, section 4.2.2).
    private static func bytes(_ password: String) -> [UInt8] {
        Array(password.precomposed.utf8)
    }

    private static func cost(_ text: Substring) -> ScryptCost? {
        let pairs = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        guard pairs.map(\.first) == ["ln", "r", "p"] else { return nil }
        let numbers = pairs.compactMap { $0.count == 2 ? Int($0[1]) : nil }
        guard numbers.count == 3 else { return nil }
        return ScryptCost(logN: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func decoded(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}
