namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with failing or unknown findings.</summary>
    public const int Findings = 1;

    /// <summary>Bad input: what, where and what to do was printed.</summary>
    public const int BadInput = 2;

    /// <summary>Cancelled.</summary>
    public const int Cancelled = 130;
}
