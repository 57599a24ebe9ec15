namespace DpdkSharp.Testing;

/// <summary>An address for a packet builder: given as a value, as text, or not at all, which leaves the builder's own.</summary>
/// <typeparam name="T">The type of address: <see cref="Headers.MacAddress"/>, <see cref="Headers.Ipv4Address"/>, <see cref="Headers.Ipv6Address"/>.</typeparam>
public readonly struct Address<T> : IEquatable<Address<T>>
    where T : struct, ISpanParsable<T>, IEquatable<T>
{
    private readonly T? _value;

    /// <summary>Takes a value.</summary>
    /// <param name="value">The address.</param>
    public Address(T value) => _value = value;

    /// <summary>Whether an address was given.</summary>
    public bool IsGiven => _value is not null;

    /// <summary>Takes a value.</summary>
    /// <param name="value">The address.</param>
    public static implicit operator Address<T>(T value) => new(value);

    /// <summary>Takes a text: "02:00:00:00:00:01", "192.0.2.1", "2001:db8::1".</summary>
    /// <param name="text">The text; null counts as not given.</param>
    /// <exception cref="FormatException">It is no such address.</exception>
    public static implicit operator Address<T>(string? text) => text is null ? default : new Address<T>(T.Parse(text, null));

    /// <summary>Compares two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when both are the same address, or both not given.</returns>
    public static bool operator ==(Address<T> left, Address<T> right) => left.Equals(right);

    /// <summary>Compares two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are different.</returns>
    public static bool operator !=(Address<T> left, Address<T> right) => !left.Equals(right);

    /// <summary>The address, or another where none was given.</summary>
    /// <param name="fallback">The other.</param>
    /// <returns>The one that counts.</returns>
    public T Or(T fallback) => _value ?? fallback;

    /// <inheritdoc/>
    public bool Equals(Address<T> other) => Nullable.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Address<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();
}
