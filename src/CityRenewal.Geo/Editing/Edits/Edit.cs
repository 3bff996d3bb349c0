namespace CityRenewal.Geo.Editing;

/// <summary>
/// One thing that a planner does to a plan. What it breaks is told and never forbidden; what is impossible is refused whole.
/// One kind of edit per file beside this one.
/// </summary>
public abstract record Edit
{
    /// <summary>The edit in words, and as a command that <see cref="EditCommand.Parse"/> reads.</summary>
    public abstract AppliedEdit Said { get; }

    /// <summary>The state after the edit.</summary>
    /// <exception cref="EditException">The edit is impossible; nothing is changed.</exception>
    internal abstract EditState On(EditDesk desk);

    /// <summary>Ids in a command.</summary>
    private protected static string Ids(IEnumerable<string> ids) => string.Join(' ', ids.Select(EditCommand.Quoted));

    /// <summary>Ids in a sentence.</summary>
    private protected static string List(IReadOnlyCollection<string> ids) => string.Join(", ", ids);

    /// <summary>Ids in a Chinese sentence.</summary>
    private protected static string ListChinese(IReadOnlyCollection<string> ids) => string.Join("、", ids);
}
