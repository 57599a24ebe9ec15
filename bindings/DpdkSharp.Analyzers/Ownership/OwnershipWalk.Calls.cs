using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What the members of DpdkSharp do to packets and bursts, and what other members may do.</summary>
internal sealed partial class OwnershipWalk
{
    private static readonly TrackedPacket s_unknown = new(PacketOwner.Unknown);

    private IEnumerable<FlowOutcome> Property(IPropertyReferenceOperation reference, FlowState state)
    {
        IEnumerable<FlowOutcome> instance = reference.Instance is null ? One(state, FlowValue.Unknown) : Evaluate(reference.Instance, state);
        return Then(instance, (s, of) =>
        {
            IEnumerable<FlowOutcome> after = One(s, FlowValue.Unknown);
            FlowValue bytes = of.Kind == FlowValueKind.Bytes ? of : FlowValue.Unknown;
            foreach (IArgumentOperation argument in reference.Arguments)
            {
                after = Then(after, (t, _) => Then(Evaluate(argument.Value, t), (u, v) =>
                {
                    // A field of a packet: MbufDynamicField<T>[packet].
                    CheckUse(u, v, argument.Syntax);
                    if (v.Kind == FlowValueKind.Packet)
                    {
                        bytes = FlowValue.Of(FlowValueKind.Bytes, v.Id);
                    }
                    return One(IsOfDpdkSharp(reference.Property) ? u : Escape(u, v), FlowValue.Unknown);
                }));
            }
            return Then(after, (t, _) => PropertyOf(reference, of, bytes, t));
        });
    }

    private IEnumerable<FlowOutcome> PropertyOf(IPropertyReferenceOperation reference, FlowValue of, FlowValue bytes, FlowState state)
    {
        IPropertySymbol property = reference.Property;
        SyntaxNode place = reference.Syntax;
        switch (of.Kind)
        {
            case FlowValueKind.NoPacket when property.Name == "IsNull":
                return One(state, FlowValue.True);
            case FlowValueKind.Packet when property.Name == "IsNull":
                return One(state, state.Packets[of.Id].Owner is PacketOwner.Unknown ? FlowValue.Unknown : FlowValue.False);
            case FlowValueKind.Packet when property.Name == "Pointer":
                // The raw layer may do anything with it.
                return One(Escape(state, of), FlowValue.Unknown);
            case FlowValueKind.Packet when property.Name == "Next":
                CheckUse(state, of, place);
                return [MakePacket(state, place, new TrackedPacket(PacketOwner.Chain, of.Id))];
            case FlowValueKind.Packet when property.Name == "Segments":
                CheckUse(state, of, place);
                return One(state, IsGone(state, of) ? FlowValue.Unknown : FlowValue.Of(FlowValueKind.SegmentsOfPacket, of.Id));
            case FlowValueKind.Packet:
                CheckUse(state, of, place);
                return One(state, IsReference(property.Type, property.RefKind) ? FlowValue.Of(FlowValueKind.Bytes, of.Id) : FlowValue.Unknown);
            case FlowValueKind.Burst when property.Name == "Count":
                return One(state, FlowValue.Of(FlowValueKind.CountOfBurst, of.Id));
            case FlowValueKind.Burst when property.Name == "IsEmpty":
                return WithZero(BinaryOperatorKind.Equals, FlowValue.Of(FlowValueKind.CountOfBurst, of.Id), state);
            case FlowValueKind.Burst when property.Name == "Packets":
                return One(state, FlowValue.Of(FlowValueKind.PacketsOfBurst, of.Id));
            case FlowValueKind.PacketsOfBurst when property.Name == "Length":
                return One(state, FlowValue.Of(FlowValueKind.CountOfBurst, of.Id));
            case FlowValueKind.PacketsOfBurst when property.Name == "IsEmpty":
                return WithZero(BinaryOperatorKind.Equals, FlowValue.Of(FlowValueKind.CountOfBurst, of.Id), state);
            case FlowValueKind.Burst or FlowValueKind.PacketsOfBurst when _types.IsMbuf(property.Type):
                return [MakePacket(state, place, new TrackedPacket(PacketOwner.Burst, of.Id))];
            case FlowValueKind.PacketsOfBurst when IsReference(property.Type, property.RefKind):
                return One(state, of);
            case FlowValueKind.SegmentsOfPacket when property.Name == "Current":
                CheckUse(state, of, place);
                return [MakePacket(state, place, new TrackedPacket(PacketOwner.Chain, of.Id))];
            default:
                return One(state, bytes.Kind == FlowValueKind.Bytes && IsReference(property.Type, property.RefKind) ? bytes : FlowValue.Unknown);
        }
    }

    private IEnumerable<FlowOutcome> Call(IInvocationOperation call, FlowState state)
    {
        // Instance first, then the arguments that have a value, in the order in which they stand.
        IOperation[] inputs = [.. call.Instance is null ? [] : (IOperation[])[call.Instance], .. call.Arguments.Where(static a => a.Parameter?.RefKind != RefKind.Out).Select(static a => a.Value)];
        IEnumerable<(FlowState State, FlowValue[] Values)> evaluated = [(state, [])];
        foreach (IOperation input in inputs)
        {
            evaluated = evaluated.SelectMany(e => Evaluate(input, e.State).Select(o => (o.State, (FlowValue[])[.. e.Values, o.Value]))).ToList();
        }
        return evaluated.Where(e => !NeverReturns(call, e.Values)).SelectMany(e => CallWith(call, e.State, e.Values)).ToList();
    }

    private IEnumerable<FlowOutcome> CallWith(IInvocationOperation call, FlowState state, FlowValue[] inputs)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        FlowValue first = inputs.Length > 0 ? inputs[0] : FlowValue.Unknown;
        FlowValue second = inputs.Length > 1 ? inputs[1] : FlowValue.Unknown;
        if (first.Kind is FlowValueKind.PacketsOfBurst or FlowValueKind.SegmentsOfPacket && method.Name == "GetEnumerator")
        {
            return One(state, first);
        }
        if (_types.IsMbuf(type))
        {
            return CallOfPacket(call, state, first, second);
        }
        if (KnownTypes.Is(type, _types.Mempool) && method.Parameters.Length == 1 && _types.IsHandle(method.Parameters[0].Type))
        {
            return method.Name == "TryGet" ? Acquire(call, state) : One(GiveAway(state, second, "put back", call.Syntax), FlowValue.Unknown);
        }
        if (_types.IsReservation(type) && first.Kind == FlowValueKind.Burst)
        {
            return One(method.Name is "Commit" or "Dispose" ? Empty(state, first.Id, s_unknown) : state, FlowValue.Unknown);
        }
        if (KnownTypes.Is(type, _types.Ring) && _types.IsReservation(method.ReturnType))
        {
            return [MakeReservation(state, call.Syntax, method.ReturnType)];
        }
        if (KnownTypes.Is(type, _types.Ring) && method.Parameters.LastOrDefault() is { RefKind: RefKind.Out } reserved && _types.IsReservation(reserved.Type))
        {
            FlowOutcome made = MakeReservation(state, call.Syntax, reserved.Type);
            IOperation target = call.Arguments.Last(static a => a.Parameter?.RefKind == RefKind.Out).Value;
            return Either(call, Out(made.State, target, made.Value), Out(state, target, FlowValue.Unknown));
        }
        if (_types.IsBurst(type))
        {
            return CallOfBurst(call, state, first, second);
        }
        if (KnownTypes.Is(type, _types.PacketPool) && method.Name == "TryAllocate")
        {
            return second.Kind == FlowValueKind.Burst
                ? Either(call, Fill(state, second), state)
                : Acquire(call, state);
        }
        if (KnownTypes.Is(type, _types.Ring) && _types.IsMbuf(type.TypeArguments[0]))
        {
            switch (method.Name)
            {
                case "TryDequeue":
                    return Acquire(call, state);
                case "TryEnqueue":
                    return EitherGive(call, second, "enqueued", state);
                default:
                    break;
            }
        }
        bool receives = KnownTypes.Is(type, _types.RxQueue) && method.Name == "Receive";
        if (receives || (KnownTypes.Is(type, _types.RingPacketExtensions) && method.Name == "Dequeue"))
        {
            return second.Kind == FlowValueKind.Burst && state.Bursts.TryGetValue(second.Id, out TrackedBurst burst) && burst.Content == BurstContent.Nothing
                ? [new FlowOutcome(state, FlowValue.Of(FlowValueKind.Zero)), new FlowOutcome(Fill(state, second), FlowValue.Of(FlowValueKind.Positive))]
                : One(Fill(state, second), FlowValue.Unknown);
        }
        if (KnownTypes.Is(type, _types.RingPacketExtensions) && method.Name == "Enqueue")
        {
            return One(state.Follow(PacketOwner.Burst, second.Id, Gone("enqueued", call)), FlowValue.Unknown);
        }
        if (KnownTypes.Is(type, _types.TxQueue))
        {
            return One(method.Name == "Send" && second.Kind == FlowValueKind.Burst ? state.Follow(PacketOwner.Burst, second.Id, Gone("sent", call)) : state, FlowValue.Unknown);
        }
        if (KnownTypes.Is(type, _types.TxBuffer) && method.Name == "Add")
        {
            const string How = "given to a transmit buffer";
            return One(second.Kind == FlowValueKind.Burst ? Empty(state, second.Id, Gone(How, call)) : GiveAway(state, second, How, call.Syntax), FlowValue.Unknown);
        }
        return OtherCall(call, state, inputs);
    }

    private IEnumerable<FlowOutcome> CallOfPacket(IInvocationOperation call, FlowState state, FlowValue packet, FlowValue second)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.Name)
        {
            case "Free":
                return One(GiveAway(state, packet, "freed", call.Syntax), FlowValue.Unknown);
            case "TryClone" or "TryCopy":
                CheckUse(state, packet, call.Syntax);
                return Acquire(call, state);
            case "TryChain":
                CheckUse(state, packet, call.Syntax);
                if (second.Kind != FlowValueKind.Packet || second.Equals(packet))
                {
                    return One(state, FlowValue.Unknown);
                }
                CheckMayGive(second.Id, state.Packets[second.Id], "chained", call.Syntax);
                return Either(call, packet.Kind == FlowValueKind.Packet ? state.Set(second.Id, new TrackedPacket(PacketOwner.Chain, packet.Id)) : Escape(state, second), state);
            case "Equals" or "GetHashCode":
                return One(state, FlowValue.Unknown);
            default:
                CheckUse(state, packet, call.Syntax);
                return Derived(call, state, packet.Kind == FlowValueKind.Packet ? FlowValue.Of(FlowValueKind.Bytes, packet.Id) : FlowValue.Unknown);
        }
    }

    private IEnumerable<FlowOutcome> CallOfBurst(IInvocationOperation call, FlowState state, FlowValue burst, FlowValue second)
    {
        if (burst.Kind != FlowValueKind.Burst)
        {
            return call.TargetMethod.Name == "Take" ? MakeTaken(call, state) : OtherCall(call, state, [burst, second]);
        }
        switch (call.TargetMethod.Name)
        {
            case "GetEnumerator":
                return One(state, FlowValue.Of(FlowValueKind.PacketsOfBurst, burst.Id));
            case "TryAdd" when second.Kind == FlowValueKind.NoPacket:
                return One(state, FlowValue.False);
            case "TryAdd" when second.Kind == FlowValueKind.Packet:
                CheckMayGive(second.Id, state.Packets[second.Id], "added to a burst", call.Syntax);
                return Either(call, Fill(state, burst).Set(second.Id, new TrackedPacket(PacketOwner.Burst, burst.Id)), state);
            case "TryAdd":
                return Either(call, Fill(state, burst), state);
            case "Take":
                return MakeTaken(call, state.Follow(PacketOwner.Burst, burst.Id, s_unknown));
            case "Drop":
                return One(state.Follow(PacketOwner.Burst, burst.Id, s_unknown), FlowValue.Unknown);
            case "TakeAll":
                return One(Empty(state, burst.Id, s_unknown), FlowValue.Unknown);
            case "MoveTo":
                return One(Fill(state, second).Follow(PacketOwner.Burst, burst.Id, s_unknown), FlowValue.Unknown);
            case "Clear" or "Dispose":
                return One(Empty(state, burst.Id, Gone("freed with its burst", call)), FlowValue.Unknown);
            default:
                return One(state, FlowValue.Unknown);
        }
    }

    private IEnumerable<FlowOutcome> MakeTaken(IInvocationOperation call, FlowState state) =>
        // That a packet is taken and forgotten is reported as an ignored result.
        IsIgnored(call) ? One(state, FlowValue.Unknown) : [MakePacket(state, call.Syntax, new TrackedPacket(PacketOwner.Method))];

    /// <summary>A call with an out parameter that gets a packet, if it succeeds.</summary>
    private IEnumerable<FlowOutcome> Acquire(IInvocationOperation call, FlowState state)
    {
        IArgumentOperation? result = call.Arguments.FirstOrDefault(static a => a.Parameter?.RefKind == RefKind.Out);
        if (result is null)
        {
            return OtherCall(call, state, []);
        }
        FlowOutcome made = MakePacket(state, call.Syntax, new TrackedPacket(IsAskedElsewhere(call) ? PacketOwner.Unknown : PacketOwner.Method), result.Parameter!.Type);
        return Either(call, Out(made.State, result.Value, made.Value), Out(state, result.Value, FlowValue.Of(FlowValueKind.NoPacket)));
    }

    // Whether it succeeded is compared or kept by other code: Assert.Equal(expected, pool.TryAllocate(out packet)).
    private static bool IsAskedElsewhere(IInvocationOperation call) => call.Parent is IArgumentOperation argument
        && !argument.Parameter!.GetAttributes().Any(static a => a.AttributeClass?.Name == "DoesNotReturnIfAttribute");

    private FlowState Out(FlowState state, IOperation target, FlowValue value)
    {
        object? symbol = target switch
        {
            ILocalReferenceOperation local => local.Local,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation capture => capture.Id,
            _ => null,
        };
        return symbol is not null && _facts.Variable(symbol) is { } variable
            ? (symbol is ISymbol named ? state.Forget(_facts.ConditionsOf(named)) : state).Set(variable, value)
            : target is IDiscardOperation ? state : Change(Escape(state, value), target);
    }

    private IEnumerable<FlowOutcome> EitherGive(IInvocationOperation call, FlowValue packet, string how, FlowState state) =>
        packet.Kind == FlowValueKind.Packet ? Either(call, GiveAway(state, packet, how, call.Syntax), state) : One(state, FlowValue.Unknown);

    // That the result is ignored is reported for itself: what follows from that is not.
    private static FlowOutcome[] Either(IInvocationOperation call, FlowState success, FlowState failure) => IsIgnored(call)
        ? [new FlowOutcome(success, FlowValue.True)]
        : [new FlowOutcome(success, FlowValue.True), new FlowOutcome(failure, FlowValue.False)];

    private static bool IsIgnored(IInvocationOperation call) => call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private IEnumerable<FlowOutcome> OtherCall(IInvocationOperation call, FlowState state, FlowValue[] inputs)
    {
        FlowValue bytes = FlowValue.Unknown;
        bool isOwn = IsOfDpdkSharp(call.TargetMethod);
        int index = call.Instance is null ? 0 : 1;
        if (index == 1 && inputs.Length > 0 && inputs[0].Kind is FlowValueKind.Bytes)
        {
            bytes = inputs[0];
        }
        foreach (IArgumentOperation argument in call.Arguments.Where(static a => a.Parameter?.RefKind != RefKind.Out))
        {
            FlowValue value = index < inputs.Length ? inputs[index] : FlowValue.Unknown;
            index++;
            switch (value.Kind)
            {
                case FlowValueKind.Bytes:
                    bytes = value;
                    break;
                case FlowValueKind.Packet:
                    // Where it may be any type (Assert.Equal) the handle is compared or kept, not used.
                    if (_types.IsHandle(argument.Parameter?.OriginalDefinition.Type))
                    {
                        CheckUse(state, value, argument.Syntax);
                    }
                    if (!isOwn && !Borrowing.Borrows(call, argument, _types, _graph.OriginalOperation.SemanticModel))
                    {
                        state = Escape(state, value);
                    }
                    break;
                default:
                    state = Escape(state, value);
                    break;
            }
        }
        return Derived(call, state, bytes);
    }

    /// <summary>What is made of a packet's bytes, and can refer to them, does: a span of a span, a header in it.</summary>
    private IEnumerable<FlowOutcome> Derived(IInvocationOperation call, FlowState state, FlowValue bytes)
    {
        foreach (IArgumentOperation argument in call.Arguments.Where(static a => a.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            if (argument.Parameter!.RefKind == RefKind.Out)
            {
                state = Out(state, argument.Value, argument.Parameter.Type.IsRefLikeType ? bytes : FlowValue.Unknown);
            }
            else
            {
                state = Change(state, argument.Value);
            }
        }
        return One(state, IsReference(call.TargetMethod.ReturnType, call.TargetMethod.RefKind) ? bytes : FlowValue.Unknown);
    }

    private static bool NeverReturns(IInvocationOperation call, FlowValue[] inputs)
    {
        if (call.TargetMethod.GetAttributes().Any(static a => a.AttributeClass?.Name == "DoesNotReturnAttribute"))
        {
            return true;
        }
        int index = call.Instance is null ? 0 : 1;
        foreach (IArgumentOperation argument in call.Arguments.Where(static a => a.Parameter?.RefKind != RefKind.Out))
        {
            FlowValue value = inputs[index++];
            if (value.Kind is FlowValueKind.True or FlowValueKind.False
                && argument.Parameter!.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.Name == "DoesNotReturnIfAttribute") is { } attribute
                && attribute.ConstructorArguments[0].Value is bool unless && unless == value.IsTrue)
            {
                return true;
            }
        }
        return false;
    }

    private bool IsOfDpdkSharp(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _types.Mbuf.ContainingAssembly);

    private static bool IsReference(ITypeSymbol type, RefKind refKind) => type.IsRefLikeType || refKind != RefKind.None;

    private static TrackedPacket Gone(string how, IInvocationOperation call) => new(PacketOwner.Gone, how: how, line: LineOf(call.Syntax));
}
