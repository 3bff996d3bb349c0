namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>One thing that can be set: by its name in a file or with `--set`, in the environment as <see cref="Variable"/>.</summary>
/// <param name="Name">Its name, for example <c>limits.message_mb</c>.</param>
/// <param name="Usual">What it is where nobody sets it, in words.</param>
/// <param name="Meaning">What it is, its unit and range.</param>
/// <param name="Put">Puts what was given into the options; throws a <see cref="FormatException"/> that says what to give.</param>
public sealed record Setting(string Name, string Usual, string Meaning, Func<ServiceOptions, IReadOnlyList<string>, ServiceOptions> Put)
{
    /// <summary>Its name in the environment.</summary>
    public string Variable => "CITYRENEWAL_" + Name.ToUpperInvariant().Replace('.', '_');

    /// <summary>Whether it holds several values, which the environment separates by semicolons.</summary>
    public bool IsList { get; init; }
}
