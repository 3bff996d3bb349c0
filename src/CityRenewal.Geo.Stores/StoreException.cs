namespace CityRenewal.Geo.Stores;

/// <summary>A file or a database did not do what was needed: names the thing, what is wrong with it, and the remedy.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string thing, string problem, string remedy, Exception? cause = null)
        : base($"{thing}: {problem} {remedy}", cause)
    {
        Thing = thing;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The file, layer, table or database.</summary>
    public string Thing { get; }

    /// <summary>What is wrong with it: one or more sentences.</summary>
    public string Problem { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>Whether what an office keeps for itself failed, its database or its records: nothing that a caller could mend.</summary>
    public bool IsOfOffice { get; init; }
}
