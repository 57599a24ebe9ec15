using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A list of rules over fields of packets (<c>rte_acl</c>): addresses, ports, protocols. Rules are added, then the list is built into tries, then inputs are classified: each
/// gets the user data of the rule with the highest priority that matches it. A rule counts in one or more categories, each of which has a result of its own.
/// Any number of threads may classify at the same time, but not while a thread builds: to change rules under way, build another list and exchange it.
/// </summary>
public sealed unsafe class Acl : IDisposable
{
    /// <summary>The highest priority of a rule; the lowest is 1.</summary>
    public const int MaxPriority = RTE_ACL_MAX_PRIORITY;

    private const int OutOfMemory = 12;
    private const int Exists = 17;
    private const int PointersAtOnce = 64;

    // Two creations of one name at the same time would both find none: DPDK answers with the first one's.
    private static readonly Lock s_creation = new();

    private readonly AclField[] _fields;
    private readonly int _maxRules;
    private rte_acl_ctx* _context;
    private int _categories;

    private Acl(rte_acl_ctx* context, string name, AclField[] fields, int maxRules)
    {
        _context = context;
        _fields = fields;
        _maxRules = maxRules;
        InputLength = InputLengthOf(fields);
        Name = name;
        Eal.Require().Children.Add(ToString());
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The list was disposed.</exception>
    public rte_acl_ctx* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_context == null)
            {
                ThrowDisposed();
            }
            return _context;
        }
    }

    /// <summary>The fields that its rules look at.</summary>
    public IReadOnlyList<AclField> Fields => _fields;

    /// <summary>How many bytes of an input are read.</summary>
    public int InputLength { get; }

    /// <summary>How many rules it has.</summary>
    public int RuleCount { get; private set; }

    /// <summary>How many results each input has; 0 until <see cref="Build"/>.</summary>
    public int Categories => _categories;

    /// <summary>Creates an empty list (<c>rte_acl_create</c>).</summary>
    /// <param name="name">1 to 31 characters; unique.</param>
    /// <param name="fields">The fields that its rules look at: 1 to 64.</param>
    /// <param name="maxRules">How many rules it can hold: 1 or more.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The list; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a list of that name, or too little memory.</exception>
    public static Acl Create(string name, scoped ReadOnlySpan<AclField> fields, int maxRules, int? socketId = null)
    {
        _ = Eal.Require();
        MemoryNames.Check(name, string.Empty);
        Check(fields);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRules);
        using var text = new NativeText(name);
        var parameters = new rte_acl_param
        {
            name = text,
            socket_id = socketId ?? (int)rte_socket_id(),
            rule_size = (uint)RTE_ACL_RULE_SZ((nuint)fields.Length),
            max_rule_num = (uint)maxRules,
        };
        rte_acl_ctx* context;
        lock (s_creation)
        {
            if (rte_acl_find_existing(text) != null)
            {
                throw MemoryNames.Failure(Describe(name), nameof(rte_acl_create), Exists, 0);
            }
            // Where memory is missing it sets no error.
            rte_errno = OutOfMemory;
            context = rte_acl_create(&parameters);
        }
        return context != null ? new Acl(context, name, fields.ToArray(), maxRules) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_acl_create), rte_errno, (long)maxRules * parameters.rule_size);
    }

    /// <summary>Adds a rule (<c>rte_acl_add_rules</c>). It counts from the next <see cref="Build"/> on.</summary>
    /// <param name="priority">1 to <see cref="MaxPriority"/>: of the rules that match, the one with the highest counts.</param>
    /// <param name="userData">The result where it counts; not 0, which stands for no match.</param>
    /// <param name="values">What it wants of each field, in the order of <see cref="Fields"/>.</param>
    /// <param name="categories">The categories that it counts in: bit 0 for category 0, to bit 15.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range, or a value does not fit its field.</exception>
    /// <exception cref="DpdkException">The list is full.</exception>
    public void Add(int priority, uint userData, scoped ReadOnlySpan<AclFieldValue> values, uint categories = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, (int)RTE_ACL_MIN_PRIORITY);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, MaxPriority);
        ArgumentOutOfRangeException.ThrowIfZero(userData);
        ArgumentOutOfRangeException.ThrowIfZero(categories);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(categories, 1u << RTE_ACL_MAX_CATEGORIES);
        if (values.Length != _fields.Length)
        {
            throw new ArgumentException($"A rule has a value for each of the {_fields.Length:D} fields, not {values.Length:D}.", nameof(values));
        }
        // A rule of 64 fields takes a kilobyte; aligned as a pointer is.
        ulong* storage = stackalloc ulong[(int)(RTE_ACL_RULE_SZ((nuint)values.Length) / sizeof(ulong))];
        rte_acl_rule* rule = (rte_acl_rule*)storage;
        rule->data = new rte_acl_rule_data { category_mask = categories, priority = priority, userdata = userData };
        rte_acl_field* field = (rte_acl_field*)(rule + 1);
        for (int i = 0; i < values.Length; i++)
        {
            Check(values[i], _fields[i], i, nameof(values));
            field[i].value.u64 = values[i].Value;
            field[i].mask_range.u64 = values[i].MaskOrRange;
        }
        _ = DpdkException.ThrowIfNegative(
            rte_acl_add_rules(Pointer, rule, 1),
            nameof(rte_acl_add_rules),
            $"a rule could not be added to {this}",
            $"It was created for {_maxRules:D} rules and has {RuleCount:D}: create it for more.");
        RuleCount++;
    }

    /// <summary>Deletes all rules (<c>rte_acl_reset_rules</c>). Inputs are classified by the old ones until the next <see cref="Build"/>.</summary>
    public void DeleteAll()
    {
        rte_acl_reset_rules(Pointer);
        RuleCount = 0;
    }

    /// <summary>Builds what classification needs from the rules (<c>rte_acl_build</c>). No other thread may classify meanwhile.</summary>
    /// <param name="categories">How many categories there are: 1, 4, 8, 12 or 16.</param>
    /// <param name="maxSize">How many bytes it may take: DPDK then makes more and smaller tries, which are slower. 0 for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There are no rules.</exception>
    /// <exception cref="DpdkException">It takes more than <paramref name="maxSize"/>, or than there is memory.</exception>
    public void Build(int categories = 1, long maxSize = 0)
    {
        if (categories is < 1 or > RTE_ACL_MAX_CATEGORIES || (categories != 1 && categories % (int)RTE_ACL_RESULTS_MULTIPLIER != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(categories), categories, "There are 1, 4, 8, 12 or 16 categories.");
        }
        ArgumentOutOfRangeException.ThrowIfNegative(maxSize);
        rte_acl_ctx* context = Pointer;
        if (RuleCount == 0)
        {
            throw new InvalidOperationException($"{ToString()} has no rules to build from: add at least one.");
        }
        rte_acl_config configuration = default;
        configuration.num_categories = (uint)categories;
        configuration.num_fields = (uint)_fields.Length;
        configuration.max_size = (nuint)maxSize;
        for (int i = 0; i < _fields.Length; i++)
        {
            configuration.defs[i] = new rte_acl_field_def
            {
                type = (byte)_fields[i].Type,
                size = (byte)_fields[i].Size,
                field_index = (byte)i,
                input_index = (byte)_fields[i].InputIndex,
                offset = (uint)_fields[i].Offset,
            };
        }
        // A failure leaves nothing to classify by.
        _categories = 0;
        _ = DpdkException.ThrowIfNegative(
            rte_acl_build(context, &configuration),
            nameof(rte_acl_build),
            $"{this} could not be built",
            $"It has {RuleCount:D} rules: give EAL more memory, allow a larger size, or make the rules fewer.");
        _categories = categories;
    }

    /// <summary>Chooses the instructions to classify by (<c>rte_acl_set_ctx_classify</c>). Not while another thread classifies.</summary>
    /// <param name="algorithm">Which.</param>
    /// <returns>False when the processor, or EAL's <c>--force-max-simd-bitwidth</c>, does not allow it; it stays as it was then.</returns>
    public bool TrySelectAlgorithm(AclAlgorithm algorithm) => rte_acl_set_ctx_classify(Pointer, (rte_acl_classify_alg)algorithm) == 0;

    /// <summary>Classifies inputs that lie one behind the other (<c>rte_acl_classify</c>).</summary>
    /// <typeparam name="TInput">What an input is: a type without references of at least <see cref="InputLength"/> bytes, with its fields in network byte order.</typeparam>
    /// <param name="inputs">The inputs.</param>
    /// <param name="results">Takes <see cref="Categories"/> results for each: the user data of the rule that counts, or 0.</param>
    /// <exception cref="ArgumentException">An input is too short, or <paramref name="results"/> is.</exception>
    /// <exception cref="InvalidOperationException">The list is not built.</exception>
    [SkipLocalsInit]
    public void Classify<TInput>(scoped ReadOnlySpan<TInput> inputs, scoped Span<uint> results)
        where TInput : unmanaged
    {
        ThrowUnlessBuilt();
        Lengths.ThrowIfShorter(sizeof(TInput), InputLength, nameof(inputs));
        Lengths.ThrowIfShorter(results.Length, checked(inputs.Length * _categories), nameof(results));
        byte** pointers = stackalloc byte*[PointersAtOnce];
        fixed (TInput* first = inputs)
        {
            fixed (uint* answers = results)
            {
                for (int done = 0; done < inputs.Length; done += PointersAtOnce)
                {
                    int count = Math.Min(PointersAtOnce, inputs.Length - done);
                    for (nint i = 0; i < count; i++)
                    {
                        pointers[i] = (byte*)(first + done + i);
                    }
                    Run(pointers, count, answers + (done * _categories));
                }
            }
        }
    }

    /// <summary>
    /// Classifies inputs where they are, in packets for example (<c>rte_acl_classify</c>): copies nothing and checks no length. For each pointer there must be
    /// <see cref="InputLength"/> readable bytes.
    /// </summary>
    /// <param name="inputs">A pointer for each input.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="results">Takes <see cref="Categories"/> results for each: the user data of the rule that counts, or 0.</param>
    /// <exception cref="ArgumentException"><paramref name="results"/> is too short.</exception>
    /// <exception cref="InvalidOperationException">The list is not built.</exception>
    public void Classify(byte** inputs, int count, scoped Span<uint> results)
    {
        ThrowUnlessBuilt();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Lengths.ThrowIfShorter(results.Length, checked(count * _categories), nameof(results));
        fixed (uint* answers = results)
        {
            if (count > 0)
            {
                Run(inputs, count, answers);
            }
        }
    }

    /// <summary>Gives the memory back (<c>rte_acl_free</c>). No thread may use the list any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_context == null)
        {
            return;
        }
        rte_acl_ctx* context = _context;
        _context = null;
        _categories = 0;
        rte_acl_free(context);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the ACL '{name}'";

    private static void Check(scoped ReadOnlySpan<AclField> fields)
    {
        if (fields.Length is < 1 or > RTE_ACL_MAX_FIELDS)
        {
            throw new ArgumentException($"Rules have 1 to {RTE_ACL_MAX_FIELDS:D} fields, not {fields.Length:D}.", nameof(fields));
        }
        for (int i = 0; i < fields.Length; i++)
        {
            AclField field = fields[i];
            string? wrong =
                !Enum.IsDefined(field.Type) ? "there is no such type" :
                field.Size is not (1 or 2 or 4) ? $"a field has 1, 2 or 4 bytes, not {field.Size:D}" :
                field.Offset is < 0 or > int.MaxValue - 8 ? "its offset is out of range" :
                i == 0 && field.Size != 1 ? "the first field has one byte" :
                i == 0 && field.InputIndex != 0 ? "the first field is the group 0" :
                i > 0 && field.InputIndex != fields[i - 1].InputIndex + 1 && (i == 1 || field.InputIndex != fields[i - 1].InputIndex) ? "the groups are counted up in the order of the fields" :
                i > 0 && !LiesInGroup(fields, i) ? "it does not lie in the four bytes that begin with the first field of its group" :
                null;
            if (wrong is not null)
            {
                throw new ArgumentException($"Field {i:D} ({field}) is wrong: {wrong}.", nameof(fields));
            }
        }
    }

    private static bool LiesInGroup(scoped ReadOnlySpan<AclField> fields, int index)
    {
        int first = index;
        while (fields[first - 1].InputIndex == fields[index].InputIndex)
        {
            first--;
        }
        int at = fields[index].Offset - fields[first].Offset;
        return at >= 0 && at + fields[index].Size <= 4;
    }

    private static int InputLengthOf(AclField[] fields)
    {
        // One byte of the first field, and four from the first field of each group on.
        int length = fields[0].Offset + 1;
        for (int i = 1; i < fields.Length; i++)
        {
            if (fields[i].InputIndex != fields[i - 1].InputIndex)
            {
                length = Math.Max(length, fields[i].Offset + 4);
            }
        }
        return length;
    }

    private static void Check(AclFieldValue value, AclField field, int index, string parameter)
    {
        ulong most = field.Size == 4 ? uint.MaxValue : (1UL << (field.Size * 8)) - 1;
        ulong mostSecond = field.Type == AclFieldType.Mask ? (ulong)field.Size * 8 : most;
        if (value.Type != field.Type || value.Value > most || value.MaskOrRange > mostSecond)
        {
            throw new ArgumentException($"The value for field {index:D} ({value}) does not fit the field ({field}).", parameter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Run(byte** inputs, int count, uint* results)
    {
        int result = rte_acl_classify(_context, inputs, results, (uint)count, (uint)_categories);
        if (result < 0)
        {
            ThrowFailed(result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ThrowUnlessBuilt()
    {
        if (_categories == 0)
        {
            ThrowNotBuilt();
        }
    }

    [DoesNotReturn]
    private void ThrowNotBuilt()
    {
        _ = Pointer;
        throw new InvalidOperationException($"{ToString()} is not built: call {nameof(Build)} after the rules were added.");
    }

    [DoesNotReturn]
    private void ThrowFailed(int result) => throw new DpdkException($"{this} could not classify", nameof(rte_acl_classify), -result);

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
