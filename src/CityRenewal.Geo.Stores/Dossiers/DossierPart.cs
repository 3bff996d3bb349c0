namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>One file of a dossier.</summary>
/// <param name="Name">Its name, folders with '/': small letters, digits, '.', '-' and '_' only.</param>
/// <param name="Bytes">Its content.</param>
public sealed record DossierPart(string Name, byte[] Bytes);
