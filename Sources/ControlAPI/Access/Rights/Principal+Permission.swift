package import Supervision

extension Principal {
    /// Whether the role may do it, and what the bearer has is not limited to other things.
    package func may(_ permission: Permission) -> Bool {
        Permission.granted(to: role).contains(permission) && (grants?.contains(permission.rawValue) ?? true)
    }

    /// The same by a permission's name, such as `session:read`; a name nobody knows is allowed to nobody.
    package func may(_ name: String) -> Bool {
        Permission(rawValue: name).map { may($0) } ?? false
    }
}
