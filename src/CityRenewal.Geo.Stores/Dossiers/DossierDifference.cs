namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>One thing that is not as the dossier says.</summary>
/// <param name="File">The file of the dossier, or what else differs: city, rule_pack, certificate.</param>
/// <param name="Number">What of it: sha256, or the path of a number in a document.</param>
/// <param name="Was">As the dossier has it; empty where it has nothing of the kind.</param>
/// <param name="Is">As it is found now; empty where there is nothing of the kind.</param>
public sealed record DossierDifference(string File, string Number, string Was, string Is)
{
    /// <summary>The area that it is about; empty where it is about none.</summary>
    public string Area { get; init; } = "";

    /// <summary>The rule that it is about; empty where it is about none.</summary>
    public string Rule { get; init; } = "";
}
