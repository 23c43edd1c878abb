namespace Foresight.Formats;

public abstract partial class ForwardingStream;
