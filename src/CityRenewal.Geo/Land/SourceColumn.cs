namespace CityRenewal.Geo.Land;

/// <summary>One attribute of a delivered layer: texts, whole numbers or real numbers.</summary>
/// <param name="Name">Column name in the city file: a glossary word, units in the name.</param>
public abstract record SourceColumn(string Name);

/// <summary>Texts; a missing one is empty.</summary>
public sealed record TextSource(string Name, TextColumn Values) : SourceColumn(Name);

/// <summary>Whole numbers; <see cref="Unknown.Integer"/> where missing.</summary>
public sealed record IntegerSource(string Name, int[] Values) : SourceColumn(Name);

/// <summary>Real numbers; NaN where missing.</summary>
public sealed record RealSource(string Name, double[] Values) : SourceColumn(Name);
