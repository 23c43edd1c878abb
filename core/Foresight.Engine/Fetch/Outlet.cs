using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Store;

namespace Foresight.Engine.Fetch;

/// <summary>The way out of one run, shared by all its sources: one gate per host.</summary>
internal abstract class Outlet : IDisposable
{
    /// <summary>The load that is made again from its raw answers; null in an ordinary run.</summary>
    public virtual EarlierLoad? Again => null;

    /// <summary>Opens the way for one load.</summary>
    public abstract ILoadTransport Open(LoadWriter load, LoadOpening opening);

    /// <summary>The way for a question whose answer is not kept.</summary>
    public abstract HttpMessageHandler Unkept();

    public abstract void Dispose();
}
