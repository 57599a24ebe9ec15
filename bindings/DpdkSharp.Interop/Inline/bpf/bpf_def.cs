namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The class of an instruction, from its code.</summary>
    public static int BPF_CLASS(int code) => code & 0x07;

    /// <summary>The size that a load or store moves.</summary>
    public static int BPF_SIZE(int code) => code & 0x18;

    /// <summary>The addressing mode of a load or store.</summary>
    public static int BPF_MODE(int code) => code & 0xe0;

    /// <summary>The operation of an arithmetic or jump instruction.</summary>
    public static int BPF_OP(int code) => code & 0xf0;

    /// <summary>Where an operation's second operand comes from: the instruction or a register.</summary>
    public static int BPF_SRC(int code) => code & 0x08;

    /// <summary>The bit of an argument's type that says it is a pointer; 0 when it is none.</summary>
    public static rte_bpf_arg_type RTE_BPF_ARG_PTR_TYPE(rte_bpf_arg_type x) => x & rte_bpf_arg_type.RTE_BPF_ARG_PTR;
}
