namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    public static bool CIRBUF_IS_FULL(cirbuf* cirbuf) => cirbuf->maxlen == cirbuf->len;

    public static bool CIRBUF_IS_EMPTY(cirbuf* cirbuf) => cirbuf->len == 0;

    public static uint CIRBUF_GET_LEN(cirbuf* cirbuf) => cirbuf->len;

    public static uint CIRBUF_GET_MAXLEN(cirbuf* cirbuf) => cirbuf->maxlen;

    public static uint CIRBUF_GET_FREELEN(cirbuf* cirbuf) => cirbuf->maxlen - cirbuf->len;
}
