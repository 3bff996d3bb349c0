namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A file as it will be written.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its content.</param>
public sealed record WrittenFile(string Name, byte[] Bytes);
