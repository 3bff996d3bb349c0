namespace CityRenewal.Geo.Compliance;

/// <summary>A sum whose elements are each known within an interval.</summary>
internal sealed class SumOfTerm
{
    public SumOfTerm(List<TermElement> elements)
    {
        Elements = elements;
        foreach (var element in elements)
        {
            Low += element.Low * element.Above.Low;
            Value += element.Value * element.Above.Value;
            High += element.Above.High > 0 ? element.High * element.Above.High : 0;
            IsOpen |= element.IsOpen;
        }
    }

    /// <summary>The elements.</summary>
    public IReadOnlyList<TermElement> Elements { get; }

    /// <summary>The rows that may count above the line, ascending, each once.</summary>
    public static int[] RowsOf(IReadOnlyList<TermElement> elements)
    {
        var count = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            count += elements[i].High * elements[i].Above.High > 0 ? 1 : 0;
        }

        var rows = new int[count];
        for (int i = 0, at = 0; at < count; i++)
        {
            if (elements[i].High * elements[i].Above.High > 0)
            {
                rows[at++] = elements[i].Row;
            }
        }

        Array.Sort(rows);
        return rows;
    }

    /// <summary>At least so much.</summary>
    public double Low { get; }

    /// <summary>Counted so much.</summary>
    public double Value { get; }

    /// <summary>At most so much; infinite where something unknown has no upper end.</summary>
    public double High { get; }

    /// <summary>Whether anything that is unknown could move the sum.</summary>
    public bool IsOpen { get; }
}
