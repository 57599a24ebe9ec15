namespace DpdkSharp.Interop;

/// <summary>
/// The stack of linked elements. Two lists, of elements in use and of free ones; a list's head is a pointer with a count of its changes, both
/// exchanged at once, so that an element that went and came back is noticed.
/// </summary>
internal static unsafe class LockFreeStack
{
    internal static uint Push(rte_stack* s, void** objects, uint n)
    {
        rte_stack_lf_elem* last = null;
        rte_stack_lf_elem* first = n == 0 ? null : Take(&s->stack_lf.free, n, null, &last);
        if (first == null)
        {
            return 0;
        }

        // The last object comes out first.
        rte_stack_lf_elem* element = first;
        for (uint i = n; i != 0; element = element->next)
        {
            element->data = objects[--i];
        }

        Give(&s->stack_lf.used, first, last, n);
        return n;
    }

    internal static uint Pop(rte_stack* s, void** objects, uint n)
    {
        rte_stack_lf_elem* last = null;
        rte_stack_lf_elem* first = n == 0 ? null : Take(&s->stack_lf.used, n, objects, &last);
        if (first == null)
        {
            return 0;
        }

        Give(&s->stack_lf.free, first, last, n);
        return n;
    }

    private static void Give(rte_stack_lf_list* list, rte_stack_lf_elem* first, rte_stack_lf_elem* last, uint n)
    {
        rte_stack_lf_head old = Head(list);
        rte_stack_lf_head changed;
        do
        {
            last->next = old.top;
            changed.top = first;
            changed.cnt = old.cnt + 1;
        }
        while (!Int128Exchange.CompareExchange(&list->head, &old, &changed));
        // Only now may somebody count on them.
        Interlocked.Add(ref list->len, n);
    }

    private static rte_stack_lf_elem* Take(rte_stack_lf_list* list, uint n, void** objects, rte_stack_lf_elem** last)
    {
        // Reserved first: that many elements are there for us, whichever they will be.
        ulong length = Volatile.Read(ref list->len);
        while (true)
        {
            if (length < n)
            {
                return null;
            }

            ulong found = Interlocked.CompareExchange(ref list->len, length - n, length);
            if (found == length)
            {
                break;
            }

            length = found;
        }

        rte_stack_lf_head old = Head(list);
        rte_stack_lf_head changed;
        do
        {
            rte_stack_lf_elem* element;
            // The two halves of the head are read one after the other, and elements change under us: a walk that ends early, or that
            // went astray, is begun again or fails to exchange.
            while (!Walk(old.top, n, objects, last, out element))
            {
                old = Head(list);
            }

            changed.top = element;
            changed.cnt = old.cnt + 1;
        }
        while (!Int128Exchange.CompareExchange(&list->head, &old, &changed));
        return old.top;
    }

    // In two reads: a pair that never was makes the exchange fail.
    private static rte_stack_lf_head Head(rte_stack_lf_list* list)
    {
        rte_stack_lf_head head;
        head.top = (rte_stack_lf_elem*)Volatile.Read(ref *(nint*)&list->head.top);
        head.cnt = Volatile.Read(ref list->head.cnt);
        return head;
    }

    private static bool Walk(rte_stack_lf_elem* element, uint n, void** objects, rte_stack_lf_elem** last, out rte_stack_lf_elem* rest)
    {
        for (uint i = 0; i < n; i++)
        {
            if (element == null)
            {
                rest = null;
                return false;
            }

            if (objects != null)
            {
                objects[i] = element->data;
            }

            *last = element;
            element = element->next;
            Dpdk.rte_prefetch0(element);
        }

        rest = element;
        return true;
    }
}
