namespace DpdkSharp.Headers;

/// <summary>
/// The extension headers of a GTP-U message, one after the other: <c>foreach (var extension in new GtpuExtensions(bytes))</c>.
/// The walk ends at the first malformed one; <see cref="AreWellFormed"/> tells whether there is one.
/// </summary>
public readonly ref struct GtpuExtensions
{
    private readonly ReadOnlySpan<byte> _message;

    /// <summary>Walks the extension headers of a message; there are none without the flag for them, or when it isn't GTP-U.</summary>
    /// <param name="message">The message from its <see cref="GtpuHeader"/> on.</param>
    public GtpuExtensions(ReadOnlySpan<byte> message) => _message = message;

    /// <summary>Whether the chain of extension headers is complete and each has a possible length.</summary>
    public bool AreWellFormed
    {
        get
        {
            Enumerator walk = GetEnumerator();
            while (walk.MoveNext())
            {
            }

            return !walk.IsMalformed;
        }
    }

    /// <summary>Finds the first extension header of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="extension">The extension header; the default value on failure.</param>
    /// <returns>Whether there is one before the chain's end or first malformed one.</returns>
    public bool TryFind(GtpuExtensionType type, out GtpuExtension extension)
    {
        foreach (GtpuExtension candidate in this)
        {
            if (candidate.Type == type)
            {
                extension = candidate;
                return true;
            }
        }

        extension = default;
        return false;
    }

    /// <summary>Starts the walk.</summary>
    /// <returns>The enumerator that <c>foreach</c> uses.</returns>
    public Enumerator GetEnumerator() => new(_message);

    /// <summary>Walks the extension headers.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _message;
        private int _next;
        private byte _nextType;
        private int _offset;
        private byte _type;
        private int _length;

        internal Enumerator(ReadOnlySpan<byte> message)
        {
            _message = message;
            _next = GtpuHeader.Size + GtpuOptionalFields.Size;
            if (!message.TryReadHeader(0, out GtpuHeader header) || !header.TryGetHeaderLength(out _))
            {
                IsMalformed = true;
            }
            else if (header.HasExtensionHeader)
            {
                IsMalformed = !message.TryReadHeader(GtpuHeader.Size, out GtpuOptionalFields fields);
                _nextType = (byte)fields.NextExtension;
            }
        }

        /// <summary>The extension header that the last <see cref="MoveNext"/> came to.</summary>
        /// <exception cref="InvalidOperationException"><see cref="MoveNext"/> has not been called, or found none.</exception>
        public readonly GtpuExtension Current => _length != 0
            ? new((GtpuExtensionType)_type, _offset, _message.Slice(_offset + 1, _length - 2))
            : throw new InvalidOperationException("The walk is at no extension header.");

        internal bool IsMalformed { get; private set; }

        /// <summary>Goes to the next extension header.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            _length = 0;
            if (_nextType == 0 || IsMalformed)
            {
                return false;
            }

            int length = _next < _message.Length ? _message[_next] * 4 : 0;
            if (length == 0 || !PacketHeaderExtensions.Fits(_message.Length, _next, length))
            {
                IsMalformed = true;
                return false;
            }

            _type = _nextType;
            _offset = _next;
            _length = length;
            _next += length;
            _nextType = _message[_next - 1];
            return true;
        }
    }
}
