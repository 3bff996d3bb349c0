using System.Globalization;

namespace CityRenewal.Geo.Land;

/// <summary>One attribute of a delivered layer: texts, whole numbers or real numbers.</summary>
/// <param name="Name">Column name in the city file: a glossary word, units in the name.</param>
public abstract record SourceColumn(string Name)
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The value of a row as a text; empty where it is missing.</summary>
    public abstract string TextOf(int row);
}

/// <summary>Texts; a missing one is empty.</summary>
public sealed record TextSource(string Name, TextColumn Values) : SourceColumn(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;

    /// <inheritdoc/>
    public override string TextOf(int row) => Values[row];
}

/// <summary>Whole numbers; <see cref="Unknown.Integer"/> where missing.</summary>
public sealed record IntegerSource(string Name, int[] Values) : SourceColumn(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string TextOf(int row) =>
        Values[row] == Unknown.Integer ? "" : Values[row].ToString(CultureInfo.InvariantCulture);
}

/// <summary>Real numbers; NaN where missing.</summary>
public sealed record RealSource(string Name, double[] Values) : SourceColumn(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string TextOf(int row) =>
        double.IsNaN(Values[row]) ? "" : Values[row].ToString("R", CultureInfo.InvariantCulture);
}
