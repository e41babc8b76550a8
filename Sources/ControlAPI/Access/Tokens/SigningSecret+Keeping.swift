import Foundation
import Glibc
import Secure
import Token

extension SigningSecret {
    /// The secret a file keeps, for as long as the file is there. When it is not, it is made, readable for its owner alone; of
    /// several processes that begin at once, all get the same.
    ///
    /// Throws `configuration` for a file that others may read, or that holds no secret.
    package static func kept(in path: String) throws(AccessError) -> SigningSecret {
        if let known = try read(path) { return known }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(Base64URL.encode(SecureRandom.bytes(shortest)), to: path)
        guard let kept = try read(path) else { throw .configuration("\(path) cannot be read") }
        return kept
    }

    private static func read(_ path: String) throws(AccessError) -> SigningSecret? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw .configuration("\(path) can be read by others; it must be for its owner alone (chmod 600)")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let bytes = Base64URL.decode(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw .configuration("\(path) cannot be read, or is not a secret that was made here") }
        return try SigningSecret(bytes)
    }

    /// Writes beside the place and moves it there whole, unless another process was first.
    private static func write(_ text: String, to path: String) throws(AccessError) {
        let draft = "\(path).\(getpid()).\(Base64URL.encode(SecureRandom.bytes(6)))"
        let made = FileManager.default.createFile(
            atPath: draft, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw .configuration("\(path) cannot be written") }
        defer { try? FileManager.default.removeItem(atPath: draft) }
        // A hard link does not replace what is there already.
        if unsafe link(draft, path) != 0, errno != EEXIST { throw .configuration("\(path) cannot be written") }
    }
}
