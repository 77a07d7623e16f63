//! Our component kit: each part once, with every state on one page that development builds serve.
