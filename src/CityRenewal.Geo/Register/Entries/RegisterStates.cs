namespace CityRenewal.Geo.Register;

/// <summary>The words of the states and the steps that are allowed between them.</summary>
public static class RegisterStates
{
    private static readonly (RegisterState State, string Wire, string Chinese, RegisterState[] Next)[] Table =
    [
        (RegisterState.Candidate, "candidate", "候选", [RegisterState.InLibrary, RegisterState.Exited]),
        (RegisterState.InLibrary, "in_library", "入库", [RegisterState.AnnualPlan, RegisterState.Exited]),
        // A project that is put off goes back to the library.
        (RegisterState.AnnualPlan, "annual_plan", "年度计划", [RegisterState.InLibrary, RegisterState.UnderWay, RegisterState.Exited]),
        (RegisterState.UnderWay, "under_way", "实施中", [RegisterState.Done, RegisterState.Exited]),
        (RegisterState.Done, "done", "完成", []),
        (RegisterState.Exited, "exited", "退出", [RegisterState.Candidate]),
    ];

    /// <summary>All states in their order.</summary>
    public static IReadOnlyList<RegisterState> All { get; } = [.. Table.Select(row => row.State)];

    /// <summary>The word on the wire and in the city file.</summary>
    public static string Wire(this RegisterState state) => Table[(int)state].Wire;

    /// <summary>The word for planners.</summary>
    public static string Chinese(this RegisterState state) => Table[(int)state].Chinese;

    /// <summary>The states that may follow; none after done.</summary>
    public static IReadOnlyList<RegisterState> Next(this RegisterState state) => Table[(int)state].Next;

    /// <summary>The state of a word in either language; null where there is none.</summary>
    public static RegisterState? Find(string word)
    {
        var at = Array.FindIndex(Table, row => row.Wire == word.Replace('-', '_') || row.Chinese == word);
        return at < 0 ? null : Table[at].State;
    }
}
